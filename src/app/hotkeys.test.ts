// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { type Hotkeys, listenForHotkeys } from './hotkeys.ts'

let done: string[]
let enabled: boolean
let stop: () => void

const hotkeys: Hotkeys = {
  r: () => void done.push('refresh'),
  c: () => void done.push('copy'),
  'g c': () => void done.push('clusters'),
}

beforeEach(() => {
  document.body.innerHTML =
    '<p></p><input><div role="dialog"><button></button></div><div role="textbox" tabindex="0"></div>'
  done = []
  enabled = true
  stop?.()
  stop = listenForHotkeys(
    document,
    () => hotkeys,
    () => enabled,
  )
})

function press(key: string, on = 'p', more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.querySelector(on)?.dispatchEvent(event)
}

describe('single keys', () => {
  it('act', () => {
    press('r')
    expect(done).toEqual(['refresh'])
  })

  it('act in pairs, the first of which changes what the second means', () => {
    press('c')
    press('g')
    press('c')
    expect(done).toEqual(['copy', 'clusters'])
  })

  it.each([
    ['in a field', () => press('r', 'input')],
    // Monaco takes its keys through the EditContext of an element that is no field.
    ['in a text box of another kind', () => press('r', '[role="textbox"]')],
    ['in a dialog', () => press('r', 'button')],
    ['with a modifier', () => press('r', 'p', { ctrlKey: true })],
    ['while an input method composes', () => press('r', 'p', { isComposing: true })],
  ])('are left alone %s', (_where, act) => {
    act()
    expect(done).toEqual([])
  })

  it('can be switched off', () => {
    enabled = false
    press('r')
    expect(done).toEqual([])
  })
})
