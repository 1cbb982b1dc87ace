import { expect, it } from 'vitest'
import { ecrRegistryOf, readImage } from './image.ts'

const digest = `sha256:${'a'.repeat(64)}`

it.each([
  ['nginx', { repository: 'nginx', tag: 'latest' }],
  ['library/nginx:1', { repository: 'library/nginx', tag: '1' }],
  ['localhost/x', { registry: 'localhost', repository: 'x', tag: 'latest' }],
  ['host:5000/a/b:2', { registry: 'host:5000', repository: 'a/b', tag: '2' }],
  [`quay.io/a@${digest}`, { registry: 'quay.io', repository: 'a', digest }],
  [`a.b/c:1@${digest}`, { registry: 'a.b', repository: 'c', tag: '1', digest }],
  ['', undefined],
])('reads %s', (image, expected) => {
  expect(readImage(image)).toEqual(expected)
})

it('knows private ECR registries by their host', () => {
  const found = { account: '123456789012', region: 'us-east-1' }
  expect(ecrRegistryOf('123456789012.dkr.ecr.us-east-1.amazonaws.com')).toEqual(found)
  expect(ecrRegistryOf('123456789012.dkr-ecr.us-east-1.on.aws')).toEqual(found)
  expect(ecrRegistryOf('public.ecr.aws')).toBeUndefined()
  expect(ecrRegistryOf(undefined)).toBeUndefined()
})
