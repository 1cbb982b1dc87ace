// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../config/read.ts'
import { linesOf, showConfigProblem } from './plain-page.ts'

function problemOf(text: string) {
  const result = parseConfig(text, '/config.json')
  if (!('problem' in result)) throw new Error('The configuration is good')
  return result.problem
}

const good = { account: '123456789012', regions: ['us-east-1'], auth: { mode: 'keys' } }

beforeEach(() => {
  document.body.innerHTML = '<div id="root">Opening</div>'
})

describe('the page for a wrong config.json', () => {
  it.each([
    [{ ...good, account: '1' }, 'account is wrong. It must be an AWS account ID of 12 digits, in quotes.'],
    [{ ...good, account: 1 }, 'account is wrong. It must be a text, in quotes.'],
    [{ ...good, regions: undefined }, 'regions is missing. It must be a list [ … ].'],
    [{ ...good, regoins: [] }, 'regoins is not a key that Tidegate knows. Is it misspelt?'],
    [{ ...good, auth: { mode: 'x' } }, 'auth.mode is wrong. It must be "cognito" | "keys".'],
  ])('names the key', (config, line) => {
    expect(linesOf(problemOf(JSON.stringify(config)), 'en')).toEqual([line])
  })

  it('replaces the page, in the reader’s language', () => {
    showConfigProblem(problemOf('<html>'), 'ko')
    const said = document.getElementById('root')?.textContent ?? ''
    expect(said).toContain('Tidegate 구성이 올바르지 않습니다')
    expect(said).toContain('파일 대신 웹 페이지가 왔습니다')
    expect(said).not.toContain('Opening')
  })

  it('says nothing with a placeholder left open', () => {
    const problems = ['{', '<a>', '[]', '{}', JSON.stringify({ ...good, x: 1 })].map(problemOf)
    const lines = problems.flatMap((problem) => [...linesOf(problem, 'en'), ...linesOf(problem, 'ko')])
    expect(lines.length).toBeGreaterThan(8)
    expect(lines.filter((line) => /\{(path|expected|detail)\}/.test(line))).toEqual([])
  })
})
