/** Entries of the editor's command menu that are ours. */
import { monaco } from './monaco.ts'

export interface EditorWords {
  /** Shows the message of the next marker. */
  nextProblem: string
  quickFix: string
}

export function addActions(editor: monaco.editor.IStandaloneCodeEditor, words: EditorWords): () => void {
  const { KeyCode, KeyMod } = monaco
  const added = [
    editor.addAction({
      id: 'tidegate.next-problem',
      label: words.nextProblem,
      keybindings: [KeyCode.F8],
      contextMenuGroupId: 'navigation',
      run: () => editor.trigger('page', 'editor.action.marker.next', undefined),
    }),
    editor.addAction({
      id: 'tidegate.quick-fix',
      label: words.quickFix,
      keybindings: [KeyMod.CtrlCmd | KeyCode.Period],
      contextMenuGroupId: 'navigation',
      run: () => editor.trigger('page', 'editor.action.quickFix', undefined),
    }),
  ]
  return () => {
    for (const one of added) one.dispose()
  }
}
