/** Opens the console: reads the configuration, signs in, and shows the app. */
void import('./app/start.tsx').then((app) => app.start())
