/** The width of a mark of a flow and the space between two, that of a line of text; the space above and below. In pixels. */
export const flowFrame = { mark: 12, padding: 20, top: 30, bottom: 4 } as const;
export const flowText = { size: 13, gap: 6 } as const;
