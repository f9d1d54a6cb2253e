import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { Insertable, Updateable } from 'kysely'
import type { ForumTables } from '#forum/tables.ts'
import type { IdeaTables } from '#ideas/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { AboutTables } from '#about/tables.ts'
import type { NewsTables } from '#news/tables.ts'
import type { PartnerTables } from '#partners/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { FileTables } from '#platform/files.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { PictureTables } from '#platform/pictures.ts'
import type { RecordTables } from '#platform/record.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { ProgrammeTables } from '#programme/tables.ts'

/** The sample year owns nothing: it writes what the others would have written, had the year passed. */
type Tables = PeopleTables &
  NetworkTables &
  PartnerTables &
  ProgrammeTables &
  ForumTables &
  PlanTables &
  IdeaTables &
  NewsTables &
  AboutTables &
  RecordTables &
  LimitTables &
  MailTables &
  PictureTables &
  FileTables

export type Db = DbOf<Tables>
export type Reads = ReadsOf<Tables>
export type Writes = WritesOf<Tables>

type FilledTable =
  | 'person'
  | 'coordinator'
  | 'organisation'
  | 'partnership'
  | 'partnership_organisation'
  | 'event'
  | 'event_organiser'
  | 'event_sector'
  | 'speaker'
  | 'programme_item'
  | 'programme_item_speaker'
  | 'material'
  | 'material_word'
  | 'material_opened'
  | 'event_arranger'
  | 'event_recorded'
  | 'theme'
  | 'event_theme'
  | 'event_change'
  | 'event_audience'
  | 'invitation'
  | 'invitation_guest'
  | 'invitation_mail'
  | 'sign_up'
  | 'queue_move'
  | 'fullness_told'
  | 'course'
  | 'course_session'
  | 'course_application'
  | 'course_choice'
  | 'course_attendance'
  | 'course_certificate'
  | 'sign_up_need'
  | 'steward_link'
  | 'table_number'
  | 'sign_up_need_box'
  | 'question'
  | 'question_answer'
  | 'table_proposal'
  | 'forum_question'
  | 'forum_question_source'
  | 'event_met'
  | 'event_met_group'
  | 'hour_side'
  | 'hour_slot'
  | 'hour_turn'
  | 'hour_swap'
  | 'hour_proposal'
  | 'event_forgotten'
  | 'letter_sent'
  | 'event_letter_text'
  | 'evaluation_answer'
  | 'follow_up_answer'
  | 'evaluation_shown'
  | 'theme_call'
  | 'theme_proposal'
  | 'theme_support'
  | 'theme_decision'
  | 'theme_backing'
  | 'chain_step'
  | 'event_link'
  | 'forum_round'
  | 'forum_table'
  | 'forum_day'
  | 'round_run'
  | 'day_step'
  | 'personal_commitment'
  | 'dialogue'
  | 'voter'
  | 'statement'
  | 'vote'
  | 'map_opening'
  | 'note'
  | 'note_correction'
  | 'note_approval'
  | 'recommendation'
  | 'answer'
  | 'answer_link'
  | 'answer_address'
  | 'answer_reminder'
  | 'note_card'
  | 'harvest'
  | 'harvest_group'
  | 'harvest_card'
  | 'plan'
  | 'revision'
  | 'revision_change'
  | 'revision_answer'
  | 'commitment'
  | 'commitment_version'
  | 'plan_version'
  | 'commitment_owner'
  | 'commitment_update'
  | 'successor'
  | 'carry_answer'
  | 'draft_paragraph'
  | 'draft_commitment'
  | 'gathered'
  | 'consultation_answer'
  | 'consultation_comment'
  | 'commitment_evidence'
  | 'series_promise'
  | 'promise_missed'
  | 'lunch_need'
  | 'lunch_offer'
  | 'lunch'
  | 'announcement'
  | 'follow_link'
  | 'subscription'
  | 'mail'
  | 'record'
  | 'seating'
  | 'seated_person'
  | 'table_seat'
  | 'seating_step'
  | 'seat_told'
  | 'told'

/** Everything that is going to be written, by table. */
export type Rows = { [Table in FilledTable]: Insertable<Tables[Table]>[] }
export type Row<Table extends FilledTable> = Rows[Table][number]
/** A step of the minutes of the steering group. */
export type MeetingChange = Updateable<Tables['steering_meeting']>
/** How a proposal for the plan ended, once its answers were there. */
export type Ending = Pick<Row<'revision'>, 'id' | 'state' | 'ended_at' | 'ended_on' | 'end_reason'>
/** What happened to needs, and who stands behind them: written one after the other. */
export type NeedStep = Insertable<Tables['lunch_need_step']>
export type NeedVoice = Insertable<Tables['lunch_voice']>
