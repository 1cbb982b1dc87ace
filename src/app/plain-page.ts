/** A page made of plain elements, for when the app cannot run: a wrong config.json, or parts of the site that did not arrive. */
import type { ConfigProblem, KeyProblem } from '../config/problem.ts'
import type { Locale, Text } from '../i18n/text.ts'

const words = {
  title: { en: 'Tidegate is not configured correctly', ko: 'Tidegate 구성이 올바르지 않습니다' },
  intro: {
    en: 'The console reads {url} when it opens. Whoever deployed this site can correct it; then reload this page.',
    ko: '콘솔은 열릴 때 {url} 파일을 읽습니다. 이 사이트를 배포한 사람이 파일을 고친 뒤 페이지를 새로 고치세요.',
  },
  unreachable: { en: 'The file could not be read: {detail}', ko: '파일을 읽을 수 없습니다: {detail}' },
  notJson: { en: 'The file is not valid JSON: {detail}', ko: '파일이 올바른 JSON이 아닙니다: {detail}' },
  html: {
    en: 'A web page came instead of the file: it is probably missing, and the server answers with its start page.',
    ko: '파일 대신 웹 페이지가 왔습니다. 파일이 없어서 서버가 시작 페이지로 응답한 것으로 보입니다.',
  },
  missing: {
    en: '{path} is missing. It must be {expected}.',
    ko: '{path} 키가 없습니다. {expected}이어야 합니다.',
  },
  wrong: {
    en: '{path} is wrong. It must be {expected}.',
    ko: '{path} 값이 잘못되었습니다. {expected}이어야 합니다.',
  },
  unknown: {
    en: '{path} is not a key that Tidegate knows. Is it misspelt?',
    ko: '{path} 키를 알 수 없습니다. 철자를 확인하세요.',
  },
  whole: { en: 'The file', ko: '파일 전체' },
  reload: { en: 'Reload', ko: '새로 고침' },
  brokenTitle: { en: 'The console could not start', ko: '콘솔을 시작할 수 없습니다' },
  brokenText: {
    en: 'A part of the site did not arrive, or failed: {detail}. A new version may have been deployed; reload the page.',
    ko: '사이트의 일부를 받지 못했거나 오류가 발생했습니다: {detail}. 새 버전이 배포되었을 수 있으니 페이지를 새로 고치세요.',
  },
  noRehearsalTitle: { en: 'There is nothing to rehearse on', ko: '리허설할 기록이 없습니다' },
  noRehearsalText: {
    en: 'A rehearsal runs on a copy of your account’s surroundings, which the tab that opened this page hands over. That tab did not answer. Close this page, and choose “Rehearse this cutover” there again. Nothing was changed.',
    ko: '리허설은 이 페이지를 연 탭이 넘겨주는 계정 환경의 사본에서 진행됩니다. 그 탭이 응답하지 않았습니다. 이 페이지를 닫고 그 탭에서 “이 전환 리허설”을 다시 선택하세요. 변경된 것은 없습니다.',
  },
  notRecorded: { en: 'It could not be recorded: {detail}', ko: '기록하지 못했습니다: {detail}' },
} satisfies Record<string, Text>

const expectations: Record<string, Text> = {
  account: { en: 'an AWS account ID of 12 digits, in quotes', ko: '따옴표로 묶은 12자리 AWS 계정 ID' },
  region: { en: 'an AWS Region such as "ap-northeast-2"', ko: '"ap-northeast-2" 같은 AWS 리전' },
  url: { en: 'an address that begins with https:// or http://', ko: 'https:// 또는 http://로 시작하는 주소' },
  'role-arn': { en: 'the ARN of an IAM role', ko: 'IAM 역할의 ARN' },
  'zone-name': {
    en: 'the name of a hosted zone with a dot at its end, such as example.com.',
    ko: '끝에 점이 있는 호스팅 영역 이름(예: example.com.)',
  },
  'identity-pool': {
    en: 'an identity pool id such as "ap-northeast-2:0000…"',
    ko: '"ap-northeast-2:0000…" 같은 자격 증명 풀 ID',
  },
  'not-empty': { en: 'a list with at least one entry', ko: '하나 이상의 항목이 있는 목록' },
  text: { en: 'a text, in quotes', ko: '따옴표로 묶은 텍스트' },
  list: { en: 'a list [ … ]', ko: '목록 [ … ]' },
  object: { en: 'an object { … }', ko: '객체 { … }' },
  boolean: { en: 'true or false', ko: 'true 또는 false' },
}

/** Replaces the page by one that says what is wrong with the configuration, key by key. */
export function showConfigProblem(problem: ConfigProblem, locale: Locale): void {
  const url = new URL(problem.url, location.href).href
  show(locale, words.title, [fill(words.intro[locale], { url })], linesOf(problem, locale))
}

/** Replaces the page by one that says that the app did not start. */
export function showBroken(error: unknown, locale: Locale): void {
  if (error instanceof Error && error.name === 'RehearsalMissing')
    return showNoRehearsal(error.message, locale)
  const detail = error instanceof Error ? error.message : String(error)
  show(locale, words.brokenTitle, [fill(words.brokenText[locale], { detail })], [])
}

function showNoRehearsal(detail: string, locale: Locale): void {
  const lines = detail === '' ? [] : [fill(words.notRecorded[locale], { detail })]
  show(locale, words.noRehearsalTitle, [words.noRehearsalText[locale]], lines)
}

/** One sentence for each thing that is wrong. */
export function linesOf(problem: ConfigProblem, locale: Locale): string[] {
  switch (problem.kind) {
    case 'unreachable':
      return [fill(words.unreachable[locale], problem)]
    case 'not-json':
      return [problem.html ? words.html[locale] : fill(words.notJson[locale], problem)]
    default:
      return problem.keys.map((key) => lineOf(key, locale))
  }
}

function lineOf({ path, kind, expected }: KeyProblem, locale: Locale): string {
  return fill(words[kind][locale], {
    path: path || words.whole[locale],
    expected: expectations[expected]?.[locale] ?? expected,
  })
}

/** Not the ICU formatter: this page must work when little else does. */
function fill(sentence: string, values: Record<string, unknown>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]))
}

function show(locale: Locale, title: Text, intro: string[], lines: string[]): void {
  const main = document.createElement('main')
  main.style.cssText =
    'max-width:44rem;margin:12vh auto 0;padding:0 1.5rem;font:16px/1.6 system-ui,sans-serif'
  main.setAttribute('role', 'alert')
  const list = element('ul', '')
  list.append(...lines.map((line) => element('li', line)))
  const button = element('button', words.reload[locale])
  button.style.cssText = 'font:inherit;padding:.3rem 1.2rem'
  button.addEventListener('click', () => location.reload())
  main.append(element('h1', title[locale]), ...intro.map((text) => element('p', text)))
  if (lines.length > 0) main.append(list)
  main.append(button)
  document.title = `${title[locale]} · Tidegate`
  document.getElementById('root')?.replaceChildren(main)
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
