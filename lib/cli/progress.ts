import { Presets, SingleBar } from "cli-progress";
import { formatCount } from "@/lib/contracts/money";
import type { ImportProgress } from "@/lib/import/3-stage/stage";

/** A progress bar with rows and time left on a terminal, a line for each file elsewhere; both on standard error. */
export function progressPrinter(): { show(progress: ImportProgress): void; stop(): void } {
  if (!process.stderr.isTTY) {
    let last: string | null = null;
    return {
      show: ({ step, file, rows }) => {
        if (last !== (file ?? step))
          process.stderr.write(
            step === "reading" ? `Reading ${file}\n` : `Sorting ${formatCount(rows)} rows\n`,
          );
        last = file ?? step;
      },
      stop: () => {},
    };
  }
  let bar: SingleBar | undefined;
  return {
    show: ({ step, file, rows, share }) => {
      bar ??= startBar();
      const doing = step === "reading" ? `reading ${file}` : "sorting";
      bar.update(Math.round(share * steps), { count: formatCount(rows), doing });
    },
    stop: () => {
      bar?.stop();
      bar = undefined;
    },
  };
}

/** Samples for the estimate of the remaining time. */
const steps = 1000;

function startBar(): SingleBar {
  const bar = new SingleBar(
    {
      format: "{bar} {percentage} % · {count} rows · {eta_formatted} left · {doing}",
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 100,
    },
    Presets.shades_classic,
  );
  bar.start(steps, 0, { count: "0", doing: "" });
  return bar;
}
