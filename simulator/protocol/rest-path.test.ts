import { expect, test } from 'vitest'
import { matchPath } from './rest-path.ts'

test('finds labels, decoded', () => {
  expect(matchPath('/2013-04-01/hostedzone/{Id}', '/2013-04-01/hostedzone/Z%2F1')).toEqual({ Id: 'Z/1' })
})

test('a slash at the end makes no difference', () => {
  expect(matchPath('/a/{Id}/rrset/', '/a/1/rrset')).toEqual({ Id: '1' })
  expect(matchPath('/a/{Id}', '/a/1/')).toEqual({ Id: '1' })
})

test('takes a label that is not valid encoding as it stands', () => {
  expect(matchPath('/a/{Id}', '/a/%zz')).toEqual({ Id: '%zz' })
})

test('fits nothing else', () => {
  expect(matchPath('/a/{Id}', '/a')).toBeUndefined()
  expect(matchPath('/a/{Id}', '/b/1')).toBeUndefined()
  expect(matchPath('/a/{Id}', '/a/1/2')).toBeUndefined()
})
