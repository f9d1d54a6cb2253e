import '#platform/no-such-file.ts'
