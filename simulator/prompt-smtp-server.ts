import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/**
 * An SMTP server that greets at once. The library waits a tenth of a second for clients that talk too soon, to turn
 * away robots; here the only client is ours, and simulated time stands still while it waits.
 */
export class PromptSmtpServer extends SMTPServer {
  override connect(socket: Socket, options = {}): void {
    super.connect(socket, options);
    const connection = [...this.connections].at(-1);
    if (connection === undefined) return;
    const greet = connection.connectionReady.bind(connection);
    connection.connectionReady = () => undefined;
    greet();
  }
}
