import { type BuildOptions, build, type Message, type Metafile } from "esbuild";

/** Runs esbuild. @param what is built, such as `Functions` @throws one error that lists all that esbuild complains of */
export async function runEsbuild(what: string, options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...options, metafile: true }).catch((failure: unknown) => {
    const problems = describeFailure(failure).join("\n  ");
    throw new Error(`Cannot build ${what}:\n  ${problems}`, { cause: failure });
  });
  return metafile;
}

function describeFailure(failure: unknown): string[] {
  if (!(failure instanceof Error)) return [String(failure)];
  const messages: unknown = Reflect.get(failure, "errors");
  return Array.isArray(messages) ? messages.map(describeMessage) : [failure.message];
}

function describeMessage({ text, location }: Message): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}
