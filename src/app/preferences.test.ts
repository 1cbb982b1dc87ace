import { describe, expect, it } from 'vitest'
import { parsePreferences } from './preferences.ts'

describe('preferences', () => {
  it('begin with the language of the browser', () => {
    expect(parsePreferences(null, ['ko-KR', 'en']).locale).toBe('ko')
    expect(parsePreferences(null, ['fr']).locale).toBe('en')
  })

  it('are kept', () => {
    const kept = JSON.stringify({ locale: 'en', theme: 'dark', timeZone: 'utc', region: 'us-east-1' })
    expect(parsePreferences(kept, ['ko'])).toMatchObject({
      locale: 'en',
      theme: 'dark',
      timeZone: 'utc',
      region: 'us-east-1',
      density: 'comfortable',
    })
  })

  it.each(['{', 'null', '[]', '{"theme":"neon","locale":7,"singleKeys":"no"}'])(
    'fall back where %s makes no sense',
    (kept) => {
      expect(parsePreferences(kept, ['en'])).toEqual(parsePreferences(null, ['en']))
    },
  )
})
