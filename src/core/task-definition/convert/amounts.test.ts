import { expect, it } from 'vitest'
import { bytesOf, mebibytesOf, portOf, secondsOf } from './amounts.ts'
import { shellCommands, shellWords } from './shell-words.ts'

it.each([
  ['128m', 134_217_728],
  ['1.5gb', 1_610_612_736],
  ['64MiB', 67_108_864],
  ['1024', 1024],
  ['2kb', 2048],
  ['x', undefined],
  ['-1', undefined],
])('%s is %s bytes', (text, bytes) => expect(bytesOf(text)).toBe(bytes))

it('counts a bare number in the unit that is meant', () => {
  expect(mebibytesOf('512', 'm')).toBe(512)
  expect(mebibytesOf('512000000')).toBe(488)
})

it.each([
  ['90', 90],
  ['1m30s', 90],
  ['1h', 3600],
  ['500ms', 1],
  ['0.1s', 1],
  ['1 m', undefined],
  ['', undefined],
])('%s is %s seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds))

it.each<[string, ReturnType<typeof portOf>]>([
  ['80', { container: [80, 80], protocol: 'tcp' }],
  ['8080:80/udp', { container: [80, 80], host: [8080, 8080], protocol: 'udp' }],
  ['127.0.0.1:8080:80', { container: [80, 80], host: [8080, 8080], address: '127.0.0.1', protocol: 'tcp' }],
  ['[::1]:8080:80', { container: [80, 80], host: [8080, 8080], address: '[::1]', protocol: 'tcp' }],
  ['127.0.0.1::80', { container: [80, 80], address: '127.0.0.1', protocol: 'tcp' }],
  ['1-2:3-4', { container: [3, 4], host: [1, 2], protocol: 'tcp' }],
  ['0', undefined],
  ['65536', undefined],
  ['2-1', undefined],
  ['a:80', undefined],
  ['80/icmp', undefined],
])('%s is a port, or none', (text, port) => expect(portOf(text)).toEqual(port))

it.each([
  [`a "b c" 'd "e' f\\ g`, ['a', 'b c', 'd "e', 'f g']],
  [`--x="y z"w ''`, ['--x=y zw', '']],
  ['a\nb\t c', ['a', 'b', 'c']],
  ['echo $A; b # c', ['echo', '$A;', 'b', '#', 'c']],
])('%s splits as a shell splits it', (text, words) => expect(shellWords(text)).toEqual(words))

it('tells commands apart, and texts that are no variables', () => {
  const { commands } = shellCommands(`a '$x' "\\$y" $z \\\n b#c && d; $(e f) # g\n`)
  expect(commands.map((words) => words.map(({ text }) => text))).toEqual([
    ['a', '$$x', '$$y', '$z', 'b#c'],
    ['d'],
    ['$(e f)'],
  ])
  expect(shellCommands('a "b').unclosed).toBe(2)
})
