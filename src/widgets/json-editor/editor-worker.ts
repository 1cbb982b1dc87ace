/** Monaco's own work off the main thread: differences, links, words. */
import 'monaco-editor/editor/editor.worker.js'
