import { LOCAL_SEVENS, localSeven } from "./local-sevens";

/** Draws whole numbers from 0 to below `limit`, the same ones from the same seed. */
export type Draw = (limit: number) => number;

/** Numerical Recipes' generator; its low bits repeat too soon, so that the high ones decide. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Ten digits, as North America assigns them: area codes begin with 2 to 9, too. */
export function northAmerican(draw: Draw): string {
  return `${2 + draw(8)}${draw(10)}${draw(10)}${localSeven(draw(LOCAL_SEVENS))}`;
}

/** 7 to 15 digits of any kind. */
export function anyDigits(draw: Draw): string {
  return Array.from({ length: 7 + draw(9) }, () => draw(10)).join("");
}
