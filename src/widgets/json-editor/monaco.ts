/** Monaco as far as JSON needs it: its features and the JSON language. Loaded through lazy.ts, which prepares its environment. */
import * as monaco from 'monaco-editor/editor/editor.api.js'
import './features.ts'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register.js'

// Problems are the linter's business: one list, in the reader's language, with fixes.
jsonDefaults.setDiagnosticsOptions({ validate: false, allowComments: true, enableSchemaRequest: false })
// Formatting goes through our own edits, which keep comments where they are.
jsonDefaults.setModeConfiguration({ ...jsonDefaults.modeConfiguration, colors: false, diagnostics: false })

/** Words and descriptions that hover and completion show in documents whose name ends in `.<kind>.json`. */
export function setJsonSchema(kind: string, schema: object): void {
  const uri = `tidegate:${kind}`
  const others = (jsonDefaults.diagnosticsOptions.schemas ?? []).filter((one) => one.uri !== uri)
  jsonDefaults.setDiagnosticsOptions({
    ...jsonDefaults.diagnosticsOptions,
    schemas: [...others, { uri, fileMatch: [`*.${kind}.json`], schema }],
  })
}

export { monaco }
