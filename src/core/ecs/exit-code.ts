/** What a container's exit code says. */
import type { Text } from '../../i18n/text.ts'

const meanings: Record<number, Text> = {
  0: { en: 'Ended without an error', ko: '오류 없이 종료됨' },
  1: { en: 'The application ended with an error', ko: '애플리케이션이 오류로 종료됨' },
  2: { en: 'Wrong use of a command or shell built-in', ko: '명령 또는 셸 내장 명령을 잘못 사용함' },
  125: { en: 'The container could not be run', ko: '컨테이너를 실행할 수 없음' },
  126: {
    en: 'The command was found but may not be executed: check its permissions and architecture',
    ko: '명령을 찾았지만 실행할 수 없음: 실행 권한과 아키텍처를 확인하세요',
  },
  127: {
    en: 'The command was not found: check command, entryPoint and PATH',
    ko: '명령을 찾을 수 없음: command, entryPoint, PATH를 확인하세요',
  },
  130: { en: 'Interrupted (SIGINT)', ko: '인터럽트됨(SIGINT)' },
  134: { en: 'The application aborted itself (SIGABRT)', ko: '애플리케이션이 스스로 중단함(SIGABRT)' },
  137: {
    en: 'Killed (SIGKILL): out of memory, or it did not end within its stop timeout',
    ko: '강제 종료됨(SIGKILL): 메모리가 부족했거나 중지 제한 시간 안에 종료하지 않음',
  },
  139: { en: 'Crashed with a segmentation fault (SIGSEGV)', ko: '세그먼테이션 오류로 중단됨(SIGSEGV)' },
  143: { en: 'Ended when asked to (SIGTERM)', ko: '종료 요청에 따라 종료됨(SIGTERM)' },
  255: {
    en: 'Ended with an error outside the usual range, or was stopped from outside',
    ko: '일반 범위를 벗어난 오류로 종료되었거나 외부에서 중지됨',
  },
}

const outOfMemory: Text = {
  en: 'Killed because it used more memory than its limit',
  ko: '메모리 제한을 넘어 강제 종료됨',
}

/** Highest signal number of Linux; 128 + n means "ended by signal n". */
const LAST_SIGNAL = 64

/** What an exit code says, with the container's `reason` to tell a memory kill from a slow stop. */
export function exitCodeMeaning(code: number, reason?: string): Text {
  if (reason?.includes('OutOfMemory')) return outOfMemory
  const known = meanings[code]
  if (known) return known
  if (code > 128 && code <= 128 + LAST_SIGNAL) {
    const signal = String(code - 128)
    return { en: `Ended by signal ${signal}`, ko: `시그널 ${signal}에 의해 종료됨` }
  }
  return {
    en: "An error of the application's own; its documentation or log says which",
    ko: '애플리케이션 고유의 오류입니다. 애플리케이션 문서나 로그를 확인하세요',
  }
}

/** True when the container did not end as asked: neither 0 nor a clean answer to SIGTERM. */
export function isFailedExit(code: number | undefined): boolean {
  return code !== undefined && code !== 0 && code !== 143
}
