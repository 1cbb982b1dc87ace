/** What the account says about a definition before it is registered: one query for each thing that it names. */
import { queryOptions, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Aws } from '../../aws/context.ts'
import { factOf } from '../../aws/task-definition/facts.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import type { Check, Fact } from '../../core/task-definition/verify/check.ts'
import { type Question, questionsOf } from '../../core/task-definition/verify/questions.ts'
import { checkOf, type Found } from '../../core/task-definition/verify/verdicts.ts'
import { useAws } from '../session.ts'

/** ms: while a dialog is open, nothing is looked up twice. */
const staleTime = 60_000

function factQuery(aws: Aws, question: Question) {
  return queryOptions({
    queryKey: [aws.key, 'fact', question.id, question] as const,
    // A query has to have something: null is "elsewhere".
    queryFn: async ({ signal }): Promise<Fact<Found[keyof Found]> | null> =>
      (await factOf(aws, question, { signal })) ?? null,
    staleTime,
  })
}

export interface Verification {
  /** In the order of the definition; those without an answer yet are left out. */
  checks: Check[]
  /** How many are being looked up. */
  pending: number
  again: () => void
}

/** Looks up everything that `definition` names. */
export function useVerification(definition: Definition): Verification {
  const aws = useAws()
  const { account, region } = aws
  const questions = useMemo(() => questionsOf(definition, { account, region }), [definition, account, region])
  const answers = useQueries({ queries: questions.map((question) => factQuery(aws, question)) })
  return {
    checks: questions.flatMap((question, index) => {
      const fact = answers[index]?.data
      return fact === undefined ? [] : [checkOf(question, fact ?? undefined)]
    }),
    pending: answers.filter(({ isFetching }) => isFetching).length,
    again: () => void Promise.all(answers.map(({ refetch }) => refetch())),
  }
}
