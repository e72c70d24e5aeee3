import { type ParameterName, parameterNames } from "@/lib/query/filters";
import { given, type Parameter, type ParameterProblem } from "@/lib/query/parameters";
import { parseOnly, parseQuery } from "@/lib/query/parse";
import { type Query, toSearchParams } from "@/lib/query/query";

/** The parameters of an address that form its query: all parameters of the list of contracts, or some of them. */
interface QueryParameters {
  /** The parameters that are used here; all of them if left out. */
  names?: readonly ParameterName[];
  /** The values of `sort` here, if they are not the columns of the query's view. */
  sorts?: readonly string[];
}

/** A query of all parameters, or of those named. Any other parameter is a problem that points to the list of contracts. */
export const queryOf = (names?: readonly ParameterName[], sorts?: readonly string[]): QueryParameters => ({
  ...(names && { names }),
  ...(sorts && { sorts }),
});

type Fields = { query: QueryParameters } & Record<string, QueryParameters | Parameter<never>>;

type CodecValue<Of> = { query: Query } & {
  -readonly [Name in Exclude<keyof Of, "query">]: Of[Name] extends Parameter<infer Value> ? Value : never;
};

/** Reads and writes the addresses of one page or endpoint. */
export interface AddressCodec<Value extends { query: Query }> {
  /**
   * Reads a query string. What cannot be read is left out of `value` and named in `problems`: a page shows the rest, an
   * endpoint refuses. `list` is the query that the list of contracts reads from the same address.
   */
  read(params: URLSearchParams): { value: Value; list: Query; problems: ParameterProblem[] };
  /** The path with the parameters after it, without defaults. Parameters that are left out have their default. */
  href<Path extends string>(path: Path, value: Pick<Value, "query"> & Partial<Value>): Path;
  /** The names of the query's parameters that it accepts, and its own parameters. */
  takes: { query: readonly ParameterName[]; own: [name: string, parameter: Parameter<unknown>][] };
  /** Its own parameters, without those of the query, as an address writes them. */
  ownParams(value: Partial<Omit<Value, "query">>): [name: string, value: string][];
}

export type RequestOf<Codec> = Codec extends AddressCodec<infer Value> ? Value : never;

/** A parameter that another one of the same address excludes. */
export type Conflict = Omit<ParameterProblem, "values">;

/**
 * Makes the codec of a page or an endpoint from its parameters, in the order in which an address has them. `conflicts` names
 * own parameters that fit no other; they are left out.
 */
export function defineRequest<const Of extends Fields>(
  fields: Of,
  conflicts: (value: CodecValue<Of>) => Conflict[] = () => [],
): AddressCodec<CodecValue<Of>> {
  const own = Object.entries(fields).filter(([name]) => name !== "query") as [string, Parameter<unknown>][];
  const written = (name: string, parameter: Parameter<unknown>, value: object) =>
    Object.hasOwn(value, name)
      ? parameter.write(value[name as keyof typeof value]).map((text): [string, string] => [name, text])
      : [];
  return {
    takes: { query: fields.query.names ?? parameterNames, own },
    read(params) {
      const others = new URLSearchParams(params);
      const value: Record<string, unknown> = {};
      const problems: ParameterProblem[] = [];
      for (const [name, parameter] of own) {
        let values = given(params, name).map((text) => text.trim());
        if (parameter.claims?.(values) ?? true) others.delete(name);
        else values = [];
        const found = parameter.read(values);
        value[name] = found.value;
        problems.push(...found.faults.map((fault) => ({ name, ...fault })));
      }
      const { query, list, problems: more } = readQuery(others, fields.query);
      const whole = { ...value, query } as CodecValue<Of>;
      const conflicting = conflicts(whole).map((one) => ({ ...one, values: given(params, one.name) }));
      for (const [name, parameter] of own)
        if (conflicting.some((one) => one.name === name))
          Object.assign(whole, { [name]: parameter.read([]).value });
      return { value: whole, list, problems: [...problems, ...conflicting, ...more] };
    },
    href(path, value) {
      const pairs = Object.entries(fields).flatMap(([name, parameter]) =>
        name === "query"
          ? [...toSearchParams(value.query)]
          : written(name, parameter as Parameter<unknown>, value),
      );
      return withParams(path, pairs);
    },
    ownParams: (value) => own.flatMap(([name, parameter]) => written(name, parameter, value)),
  };
}

/** A path with parameters after it. */
function withParams<Path extends string>(path: Path, pairs: [string, string][]): Path {
  const text = new URLSearchParams(pairs).toString();
  return (text ? `${path}?${text}` : path) as Path;
}

function readQuery(params: URLSearchParams, { names, sorts }: QueryParameters) {
  if (names) return parseOnly(params, names, sorts);
  const { query, problems } = parseQuery(params, sorts);
  return { query, list: query, problems };
}
