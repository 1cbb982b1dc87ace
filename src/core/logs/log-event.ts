/** Log lines as the console sees them. */
export interface LogEvent {
  id: string
  /** ms since the epoch, as the application's driver wrote it. */
  at: number
  message: string
  stream: string
}
