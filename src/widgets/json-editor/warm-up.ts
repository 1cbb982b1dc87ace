/** Makes an editor that nobody sees and throws it away: Monaco's services, its fonts and compiled code stay. */
import { editorOptions } from './editor-options.ts'
import { followTheme } from './editor-theme.ts'
import { monaco } from './monaco.ts'

export function warmUp(): void {
  const place = document.createElement('div')
  place.style.cssText = 'position:absolute;inset-block-start:-2000px;inline-size:600px;block-size:400px'
  place.inert = true
  document.body.append(place)
  const model = monaco.editor.createModel('{\n  "family": "web"\n}\n', 'json')
  const unfollow = followTheme()
  const editor = monaco.editor.create(place, { model, ...editorOptions })
  editor.render(true)
  unfollow()
  editor.dispose()
  model.dispose()
  place.remove()
}
