// Passkeys: registering one, and signing in with one. Without this script nothing about them is shown, and passwords remain.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const ask = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };

  const described = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  const register = async (form) => {
    const { ceremony, options } = await ask("/account/passkeys/options");
    const { publicKey } = options;
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.user.id = bytes(publicKey.user.id);
    publicKey.excludeCredentials = described(publicKey.excludeCredentials);
    const made = await navigator.credentials.create({ publicKey });
    const response = {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    };
    const credential = { id: made.id, rawId: text(made.rawId), type: made.type, response, extensions: made.getClientExtensionResults() };
    form.elements.ceremony.value = ceremony;
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  };

  const signIn = async (next) => {
    const { ceremony, options } = await ask("/sign-in/passkey/options");
    const { publicKey } = options;
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.allowCredentials = described(publicKey.allowCredentials);
    const shown = await navigator.credentials.get({ publicKey });
    const response = {
      authenticatorData: text(shown.response.authenticatorData),
      clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
    };
    const credential = { id: shown.id, rawId: text(shown.rawId), type: shown.type, response, extensions: shown.getClientExtensionResults() };
    return ask("/sign-in/passkey", { ceremony, credential, next });
  };

  for (const part of document.querySelectorAll("[data-passkey]")) {
    part.hidden = false;
    const fault = part.querySelector("[role=alert]");
    const act = async () => {
      fault.hidden = true;
      try {
        if (part.dataset.passkey === "register") return await register(part);
        const { onward } = await signIn(part.dataset.next ?? "");
        location.assign(onward);
      } catch {
        // Whatever it was, the person can try again or take another way.
        fault.hidden = false;
      }
    };
    if (part.dataset.passkey === "register") {
      part.addEventListener("submit", (event) => {
        event.preventDefault();
        act();
      });
    } else {
      part.querySelector("button").addEventListener("click", act);
    }
  }
})();
