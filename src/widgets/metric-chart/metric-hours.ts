/** The hours of metrics a page may show, and how they stand in its URL. */
export const metricHours = [1, 3, 12, 24] as const
export type MetricHours = (typeof metricHours)[number]

/** What is shown when the URL names no hours. */
export const defaultHours: MetricHours = 3

/** The hours a URL asks for; undefined for the default and for what cannot be shown. */
export function readHours(raw: unknown): MetricHours | undefined {
  return metricHours.find((one) => one === Number(raw) && one !== defaultHours)
}
