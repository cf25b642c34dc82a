// A mail server that takes no letter (RFC 5321): every recipient is refused for good.
import { createServer } from "node:net";

/** Listens on a free port of this machine. */
export async function refusingMailServer() {
  const server = createServer((line) => {
    line.on("error", () => {});
    line.write("220 localhost\r\n");
    line.on("data", (said) => {
      const word = String(said).slice(0, 4).toUpperCase();
      line.write(word === "RCPT" ? "550 no such mailbox\r\n" : word === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `smtp://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
