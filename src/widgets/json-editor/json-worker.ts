/** What Monaco knows of JSON, off the main thread: hover and completion from the schema. */
import 'monaco-editor/languages/features/json/json.worker.js'
