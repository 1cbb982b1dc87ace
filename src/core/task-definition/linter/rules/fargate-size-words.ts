/** Why Fargate has its sizes. */

export const why = {
  en: 'Fargate has a fixed table of sizes and bills by them; AWS refuses all others.',
  ko: 'Fargate에는 정해진 크기 표가 있고 그에 따라 과금합니다. AWS는 다른 크기를 모두 거부합니다.',
}

export const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }
