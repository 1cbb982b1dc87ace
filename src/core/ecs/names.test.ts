import { expect, it } from 'vitest'
import { familyRevision, lastPart } from './names.ts'

it('shortens ARNs to what people call the thing', () => {
  expect(familyRevision('arn:aws:ecs:eu-west-1:1:task-definition/web:12')).toBe('web:12')
  expect(lastPart('arn:aws:ecs:eu-west-1:1:task/prod/0123')).toBe('0123')
  expect(lastPart('0123')).toBe('0123')
})
