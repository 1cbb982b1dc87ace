import { describe, expect, it } from 'vitest'
import { exitCodeMeaning, isFailedExit } from './exit-code.ts'

describe('exit codes', () => {
  it('tells a memory kill from a slow stop by the reason', () => {
    expect(exitCodeMeaning(137).en).toContain('stop timeout')
    expect(exitCodeMeaning(137, 'OutOfMemoryError: Container killed due to memory usage').en).toContain(
      'memory than its limit',
    )
  })

  it('names signals by number when they have no text of their own', () => {
    expect(exitCodeMeaning(129).en).toBe('Ended by signal 1')
    expect(exitCodeMeaning(192).en).toBe('Ended by signal 64')
    expect(exitCodeMeaning(193).en).toContain("application's own")
  })

  it('leaves the application’s own codes to the application', () => {
    expect(exitCodeMeaning(42).en).toContain("application's own")
  })

  it('counts an answer to SIGTERM as a clean end', () => {
    expect([0, 143, undefined].map(isFailedExit)).toEqual([false, false, false])
    expect([1, 137, 255].map(isFailedExit)).toEqual([true, true, true])
  })
})
