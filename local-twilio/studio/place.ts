/** Where in a flow's definition something is: names of members and positions in lists, from its root. */
export type Place = readonly (string | number)[];

/** A place as Studio's validator writes it: `#/states/3/properties/timeout`. */
export function formatPlace(place: Place): string {
  return ["#", ...place].join("/");
}
