/** Monaco as far as JSON needs it: its features, the JSON language and two workers, all from our own origin. */
import * as monaco from 'monaco-editor/editor/editor.api.js'
import 'monaco-editor/features/register.all.js'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register.js'
import { monacoPolicy } from './trusted-types.ts'

self.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === 'json'
      ? new Worker(new URL('./json-worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' }),
  createTrustedTypesPolicy: monacoPolicy,
}

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
