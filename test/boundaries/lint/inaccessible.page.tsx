export const NoAlternative = () => <img src="/a.png" />
export const NoLanguage = () => <html></html>
export const NoField = () => <label>Name</label>
export const NoTarget = () => <a>Here</a>
export const NoSuchRole = () => <p role="sentence">Here</p>
export const NotAButton = () => <div onClick={() => undefined}>Here</div>
export const JumpsAhead = () => <p tabIndex={3}>Here</p>
