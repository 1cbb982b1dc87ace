/** The words of every table. */
import type { Text } from '../i18n/text.ts'

export const tableWords = {
  count: { en: '{n, number}', ko: '{n, number}' },
  countMore: { en: '{n, number}+', ko: '{n, number}+' },
  countOf: { en: '{n, number}/{all}', ko: '{n, number}/{all}' },
  known: {
    en: '{known, number} of {all} known so far; the rest is being read',
    ko: '{all}개 중 {known, number}개 확인됨, 나머지를 읽는 중',
  },
  knownMatches: {
    en: '{n, plural, one {# match} other {# matches}} among the {known, number} of {all} known so far',
    ko: '지금까지 확인된 {known, number}/{all}개 중 {n, number}개 일치',
  },
  matches: { en: '{n, plural, one {# match} other {# matches}}', ko: '{n, number}개 일치' },
  filter: { en: 'Filter {title}', ko: '{title} 필터' },
  placeholder: { en: 'Filter by text, property or value', ko: '텍스트, 속성 또는 값으로 필터링' },
  noMatch: { en: 'No matches', ko: '일치하는 항목 없음' },
  noMatchWhy: {
    en: 'Nothing here matches the filter.',
    ko: '필터와 일치하는 항목이 없습니다.',
  },
  noMatchYet: {
    en: 'Nothing among what is known so far matches the filter.',
    ko: '지금까지 확인된 항목 중 필터와 일치하는 것이 없습니다.',
  },
  clear: { en: 'Clear filter', ko: '필터 지우기' },
  unknown: { en: 'Could not be loaded', ko: '불러오지 못함' },
  loading: { en: 'Loading {title}', ko: '{title} 불러오는 중' },
  preferences: { en: 'Preferences', ko: '기본 설정' },
  rows: { en: '{n} rows', ko: '{n}개 행' },
  pageSize: { en: 'Page size', ko: '페이지 크기' },
  wrapLines: { en: 'Wrap lines', ko: '줄 바꿈' },
  wrapLinesWhy: { en: 'Show all of a long text', ko: '긴 텍스트를 모두 표시' },
  columns: { en: 'Columns', ko: '열' },
  columnsWhy: {
    en: 'Choose which columns are shown, and their order.',
    ko: '표시할 열과 순서를 선택합니다.',
  },
  selection: { en: '{title}: selection', ko: '{title}: 선택' },
  selectAll: { en: 'Select all', ko: '모두 선택' },
  selectRow: { en: 'Select {name}', ko: '{name} 선택' },
  showing: {
    en: 'Rows {first} to {last} of {all} shown',
    ko: '{all}개 중 {first}~{last}번째 행 표시',
  },
  sortBy: { en: '{name}: sort', ko: '{name}: 정렬' },
  sortedUp: { en: '{name}: sorted ascending', ko: '{name}: 오름차순 정렬됨' },
  sortedDown: { en: '{name}: sorted descending', ko: '{name}: 내림차순 정렬됨' },
} satisfies Record<string, Text>
