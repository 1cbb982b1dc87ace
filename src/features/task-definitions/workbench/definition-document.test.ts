import { describe, expect, it } from 'vitest'
import { applyEdits, type TextEdit } from '../../../core/task-definition/text.ts'
import { DefinitionDocument } from './definition-document.ts'

const text =
  '{\n  // ours\n  "family": "web",\n  "containerDefinitions": [{ "environment": [{ "name": "A", "value": "x" }] }]\n}\n'

/** An editor that keeps its text and tells what it is after each change, as Monaco does. */
function editorOf(document: DefinitionDocument) {
  let content = document.get().text
  const past: string[] = []
  const tell = (next: string): void => {
    content = next
    document.onText(content)
  }
  return {
    apply: (edits: readonly TextEdit[]) => {
      past.push(content)
      tell(applyEdits(content, edits))
    },
    undo: () => tell(past.pop() ?? content),
    redo: () => undefined,
    reveal: () => undefined,
    focus: () => undefined,
    text: () => content,
  }
}

describe('an open definition', () => {
  it('shows marks and keeps the values', () => {
    const document = new DefinitionDocument(text)
    expect(document.get().text).toContain('"value": "•••1"')
    expect(document.realText()).toBe(text)
    expect(document.get().isChanged).toBe(false)
  })

  it('changes one member and no other character, with and without an editor', () => {
    const document = new DefinitionDocument(text)
    const shown = document.get().text
    document.change([{ path: ['family'], value: 'api' }])
    expect(document.get().text).toBe(shown.replace('"web"', '"api"'))
    document.attach(editorOf(document))
    document.change([{ path: ['family'], value: 'web' }])
    expect(document.get().text).toBe(shown)
    document.undo()
    expect(document.get().text).toBe(shown.replace('"web"', '"api"'))
    expect(document.get().isChanged).toBe(true)
  })

  it('is unchanged again once everything is undone', () => {
    const document = new DefinitionDocument(text)
    document.attach(editorOf(document))
    document.change([{ path: ['family'], value: 'api' }])
    expect(document.get().isChanged).toBe(true)
    document.undo()
    expect(document.get().isChanged).toBe(false)
    document.change([{ path: ['family'], value: 'api' }])
    document.keptSafe()
    expect(document.get().isChanged).toBe(false)
    document.undo()
    expect(document.get().isChanged).toBe(true)
  })

  it('shows what was pasted or read from a file as it was, and cleaned again, whatever was written since', () => {
    const written = '\uFEFF{\r\n"family": "web", "containerDefinitions": [{"memory": "128"}]}\r\n'
    for (const input of [written, new TextEncoder().encode(written)]) {
      const document = new DefinitionDocument('{}')
      document.attach(editorOf(document))
      document.replaceAll(input)
      const cleaned = document.get().text
      expect(cleaned).toContain('"memory": 128')
      document.change([{ path: ['family'], value: 'api' }])
      document.showPasted()
      expect(document.get().text).toContain('"memory": "128"')
      expect(document.get().text).toBe(document.get().pasted)
      document.showCleaned()
      expect(document.get().text).toBe(cleaned)
    }
  })

  it('is in an editor that was made before it was opened', () => {
    const document = new DefinitionDocument('{}')
    const editor = editorOf(document)
    document.open(text)
    document.attach(editor)
    expect(editor.text()).toBe(document.get().text)
    document.change([{ path: ['family'], value: 'api' }])
    expect(document.realText()).toBe(text.replace('"web"', '"api"'))
  })

  it('is no change for an editor that is attached', () => {
    const document = new DefinitionDocument('{}')
    const editor = editorOf(document)
    document.open(text)
    document.attach(editor)
    expect(document.get().isChanged).toBe(false)
  })

  it('masks what was typed once it is told to', () => {
    const document = new DefinitionDocument(text)
    document.onText(document.get().text.replace('•••1', 'typed by hand'))
    document.mask()
    expect(document.get().text).toContain('"value": "•••2"')
    expect(document.realText()).toContain('typed by hand')
    expect(document.realValue()).toMatchObject({
      containerDefinitions: [{ environment: [{ name: 'A', value: 'typed by hand' }] }],
    })
  })

  it('masks the value that a change writes', () => {
    const document = new DefinitionDocument(text)
    document.change([{ path: ['containerDefinitions', 0, 'environment', 0, 'value'], value: 'new' }])
    expect(document.get().text).not.toContain('new')
    expect(document.realText()).toContain('"new"')
  })

  it('never shows what a change wrote, not even after an undo', () => {
    const document = new DefinitionDocument(text)
    const before = document.get().text
    const told: string[] = []
    document.subscribe(() => told.push(document.get().text))
    document.attach(editorOf(document))
    const path = ['containerDefinitions', 0, 'environment', 0, 'value']
    document.change([{ path, value: 'written by a fix' }])
    expect(document.realText()).toContain('written by a fix')
    document.undo()
    expect(document.get().text).toBe(before)
    expect(told.join()).not.toContain('written by a fix')
  })

  it('shows nothing of a broken paste, and mends to what it was', () => {
    const document = new DefinitionDocument('')
    document.replaceAll(text.replace('"name": "A",', '"name": "A"').replace('"x"', '"hunter2"'))
    expect(document.get().cleaned?.kind).toBe('definition')
    document.replaceAll(
      '{ "family": "web", "containerDefinitions": [{ "environment": [ "value": "hunter2" }] }',
    )
    expect(document.get().cleaned?.kind).toBe('unreadable')
    expect(document.get().text).toContain('"family": "web"')
    expect(document.get().text).not.toContain('hunter2')
    expect(document.realText()).toContain('"hunter2"')
  })

  it('leaves the text alone when something else was pasted', () => {
    const document = new DefinitionDocument(text)
    const before = document.get().text
    const dockerrun = '{ "AWSEBDockerrunVersion": "1", "Image": { "Name": "nginx" } }'
    expect(document.replaceAll(dockerrun).kind).toBe('dockerrun')
    expect(document.get().text).toBe(before)
    expect(document.get().cleaned?.kind).toBe('dockerrun')
    document.dismissCleaned()
    expect(document.get().cleaned).toBeUndefined()
  })

  it('shows the place of a member in the text as it is now, or of what is around it', () => {
    const shown: string[] = []
    const document = new DefinitionDocument('{ "family": "web" }')
    document.attach({
      ...editorOf(document),
      reveal: (offset, length) => shown.push(document.get().text.slice(offset, offset + length)),
    })
    document.onText('{ "cpu": "256", "family": "web" }')
    document.revealPath(['family'])
    document.revealPath(['volumes', 0])
    expect(shown).toEqual(['"family"', document.get().text])
  })

  it('opens what AWS has without anything to lose', () => {
    const document = new DefinitionDocument('')
    document.open(text)
    expect(document.realText()).toBe(text)
    expect(document.get().isChanged).toBe(false)
  })
})
