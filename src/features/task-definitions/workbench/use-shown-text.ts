/** Whatever is revealed in the text is seen: where only the picture and tools are shown, the text comes beside them first. */
import { useCallback, useEffect, useRef } from 'react'
import type { EditorHandle } from '../../../widgets/json-editor/editor-handle.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'

export function useShownText(): (editor: EditorHandle) => EditorHandle {
  const [{ view }, change] = useWorkbenchSearch()
  const isHidden = view === 'side'
  const hidden = useRef(isHidden)
  const waiting = useRef<() => void>(undefined)
  useEffect(() => {
    hidden.current = isHidden
    const { current: reveal } = waiting
    if (isHidden || !reveal) return
    waiting.current = undefined
    // By the next frame the editor knows how large it has become.
    requestAnimationFrame(reveal)
  }, [isHidden])
  return useCallback(
    (editor) => ({
      ...editor,
      reveal(offset, length) {
        if (!hidden.current) return editor.reveal(offset, length)
        waiting.current = () => editor.reveal(offset, length)
        change({ view: undefined })
      },
    }),
    [change],
  )
}
