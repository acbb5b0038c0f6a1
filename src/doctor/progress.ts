/** Tells a waiting person how far the doctor is. */
export interface Progress {
  readonly onChecked: (title: string, done: number) => void;
  /** Takes away what was shown. */
  end(): void;
}

const CLEAR_LINE = "\r\u001b[2K";

/** One line that is written over and over, on a terminal; elsewhere nothing. */
export function showProgress(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  total: number,
): Progress {
  const write = (text: string) => void (stream.isTTY && stream.write(`${CLEAR_LINE}${text}`));
  write("Looking…");
  return {
    onChecked: (title, done) => write(`${done} of ${total} checked: ${title}`),
    end: () => write(""),
  };
}
