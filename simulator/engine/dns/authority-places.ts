/** Where Regions and countries are, for the routing policies that go by distance. */

interface Place {
  latitude: number
  longitude: number
  /** ISO 3166-1 alpha-2. */
  country: string
}

const place = (latitude: number, longitude: number, country: string): Place => ({
  latitude,
  longitude,
  country,
})

const REGIONS: Record<string, Place> = {
  'us-east-1': place(38.9, -77.4, 'US'),
  'us-east-2': place(40, -83, 'US'),
  'us-west-1': place(37.4, -121.9, 'US'),
  'us-west-2': place(45.8, -119.7, 'US'),
  'ca-central-1': place(45.5, -73.6, 'CA'),
  'sa-east-1': place(-23.5, -46.6, 'BR'),
  'eu-west-1': place(53.3, -6.3, 'IE'),
  'eu-west-2': place(51.5, -0.1, 'GB'),
  'eu-west-3': place(48.9, 2.4, 'FR'),
  'eu-central-1': place(50.1, 8.7, 'DE'),
  'eu-north-1': place(59.3, 18, 'SE'),
  'eu-south-1': place(45.5, 9.2, 'IT'),
  'me-south-1': place(26.1, 50.6, 'BH'),
  'af-south-1': place(-33.9, 18.4, 'ZA'),
  'ap-south-1': place(19.1, 72.9, 'IN'),
  'ap-southeast-1': place(1.3, 103.8, 'SG'),
  'ap-southeast-2': place(-33.9, 151.2, 'AU'),
  'ap-east-1': place(22.3, 114.2, 'HK'),
  'ap-northeast-1': place(35.7, 139.7, 'JP'),
  'ap-northeast-2': place(37.5, 127, 'KR'),
  'ap-northeast-3': place(34.7, 135.5, 'JP'),
}

/** Route 53's continent codes, for the countries of Regions and their neighbours. */
const CONTINENTS: Record<string, string> = {
  NA: 'US CA MX',
  SA: 'BR AR CL CO PE',
  EU: 'IE GB FR DE SE IT ES PT NL BE CH AT PL DK NO FI CZ GR',
  AS: 'BH IN SG HK JP KR CN TW TH VN ID MY PH AE SA IL',
  OC: 'AU NZ',
  AF: 'ZA EG NG KE MA',
}

/** Where a question comes from when it does not say. */
export const HOME = 'us-east-1'

/** Continent of a country code, such as `AS`. */
export function continentOf(country: string): string | undefined {
  return Object.keys(CONTINENTS).find((code) => CONTINENTS[code]?.split(' ').includes(country))
}

/** Country of a Region. */
export function countryOf(region: string): string | undefined {
  return REGIONS[region]?.country
}

/** Latitude and longitude of a Region; those that are not listed are where us-east-1 is. */
export function coordinatesOf(region: string): { latitude: number; longitude: number } {
  return REGIONS[region] ?? place(38.9, -77.4, 'US')
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** Great-circle distance in km. */
export function distance(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** First octets of addresses that the regional registries gave away, as far as tests need them, and a place there. */
const REGISTRIES: { country: string; awsRegion: string; octets: number[] }[] = [
  {
    country: 'KR',
    awsRegion: 'ap-northeast-2',
    octets: [
      1, 14, 27, 39, 42, 49, 58, 59, 61, 101, 103, 106, 110, 112, 121, 125, 175, 203, 210, 211, 218, 223,
    ],
  },
  {
    country: 'DE',
    awsRegion: 'eu-central-1',
    octets: [2, 5, 31, 46, 62, 77, 80, 85, 91, 95, 109, 178, 185, 193, 212],
  },
  { country: 'BR', awsRegion: 'sa-east-1', octets: [177, 179, 181, 186, 187, 189, 191, 200, 201] },
  { country: 'ZA', awsRegion: 'af-south-1', octets: [41, 102, 105, 154, 196, 197] },
]

/** Roughly where an address is; without one, and for all that is not listed, the United States. */
export function whereIs(ip: string | undefined): { country: string; awsRegion: string } {
  const first = Number(ip?.split('.')[0])
  const found = REGISTRIES.find(({ octets }) => octets.includes(first))
  return { country: found?.country ?? 'US', awsRegion: found?.awsRegion ?? HOME }
}
