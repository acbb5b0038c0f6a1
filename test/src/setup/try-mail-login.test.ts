import { createServer, type Socket } from "node:net";
import { tryMailLogin } from "../../../src/setup/try-mail-login";

test.each<[string, (socket: Socket) => void]>([
  ["never greets", () => undefined],
  ["greets and falls silent", (socket) => void socket.write("220 hello\r\n")],
])("a server that %s is given up, and counts as one that could not be asked", async (_what, greet) => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    greet(socket);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const failure = await tryMailLogin(`smtp://user:s3cret@127.0.0.1:${port}`, 50);
  expect(failure).toMatchObject({ isRefused: false, reason: expect.stringMatching(/^mail server: E[A-Z]+/) });
  expect(failure?.reason).not.toContain("s3cret");
  for (const socket of sockets) socket.destroy();
  server.close();
});
