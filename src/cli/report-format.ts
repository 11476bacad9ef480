/** What `check --format` has beside text and JSON: for what runs checks and shows them. */
export const reportFormats = ['sarif', 'github', 'junit'] as const

export type ReportFormat = (typeof reportFormats)[number]

export const isReportFormat = (format: string): format is ReportFormat => reportFormats.some(known => known === format)
