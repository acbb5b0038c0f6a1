type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The values of the `{Names}` in a path template. */
export type PathParameters<Template extends string> = Readonly<Record<NamesIn<Template>, string>>;

/** Makes the reader of paths of one template, as Twilio's documents write them (`/v1/Services/{Sid}`). */
export function pathParser<Template extends string>(
  template: Template,
): (path: string) => PathParameters<Template> | undefined {
  const source = template.replace(/\./g, "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const pattern = new RegExp(`^${source}$`);
  return (path) => {
    const match = pattern.exec(path);
    return match === null ? undefined : ({ ...match.groups } as PathParameters<Template>);
  };
}
