/** What Monaco looks for while it loads, so it must be there before: workers of our own origin, and its Trusted Types policy. */
import { monacoPolicy } from './trusted-types.ts'

export function prepareMonaco(): void {
  Object.assign(self, {
    MonacoEnvironment: { getWorker, createTrustedTypesPolicy: monacoPolicy },
  })
}

function getWorker(_id: string, label: string): Worker {
  return label === 'json'
    ? new Worker(new URL('./json-worker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' })
}
