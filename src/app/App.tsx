/** The app around the router: language, Cloudscape's own words, and who is signed in. */
import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState, useSyncExternalStore } from 'react'
import type { Locale } from '../i18n/text.ts'
import { LocaleContext } from '../i18n/use-text.ts'
import { serverNow } from '../lib/clock.ts'
import { ServerClockContext, TimeZoneContext } from '../ui/time-context.ts'
import { OpeningContext } from './opening-context.ts'
import type { Opening } from './opening.ts'
import type { AppRouter } from './router.ts'
import { usePreferences } from './use-preferences.ts'

const SignedOut = lazy(() => import('./SignedOut.tsx').then((module) => ({ default: module.SignedOut })))
const SignInDialog = lazy(() =>
  import('./SignInDialog.tsx').then((module) => ({ default: module.SignInDialog })),
)

export function App({ opening, router }: { opening: Opening; router: AppRouter }) {
  const { locale, timeZone } = usePreferences()
  const { authority } = opening
  const { status } = useSyncExternalStore(authority.subscribe, authority.snapshot)
  const messages = useCloudscapeWords(locale)
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale} messages={messages}>
        <TimeZoneContext value={timeZone}>
          <ServerClockContext value={serverNow}>
            <OpeningContext value={opening}>
              {status === 'signed-out' ? (
                <Suspense>
                  <SignedOut />
                </Suspense>
              ) : (
                <RouterProvider router={router} />
              )}
              {status === 'sign-in-required' && (
                <Suspense>
                  <SignInDialog />
                </Suspense>
              )}
            </OpeningContext>
          </ServerClockContext>
        </TimeZoneContext>
      </I18nProvider>
    </LocaleContext>
  )
}

const noWords: I18nProviderProps['messages'] = []

/** Cloudscape's labels, fetched after the first paint: most of them are for screen readers, and 7 KB is a lot before the first row. */
function useCloudscapeWords(locale: Locale): I18nProviderProps['messages'] {
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: I18nProviderProps['messages'] }>()
  useEffect(() => {
    let current = true
    const load =
      locale === 'ko'
        ? import('@cloudscape-design/components/i18n/messages/all.ko')
        : import('@cloudscape-design/components/i18n/messages/all.en')
    load.then(
      (module) => current && setLoaded({ locale, messages: [module.default] }),
      // Without them the components still work; the next page tries again.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [locale])
  return loaded?.locale === locale ? loaded.messages : noWords
}
