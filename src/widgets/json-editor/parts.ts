/** What is loaded with Monaco, as one part. */
export { JsonDiff } from './JsonDiff.tsx'
export { JsonEditor } from './JsonEditor.tsx'
export { warmUp } from './warm-up.ts'
