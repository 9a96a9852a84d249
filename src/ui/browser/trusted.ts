interface Policy {
  createHTML(html: string): string;
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = {
  // Only ever parsed into a document that runs no scripts, from an answer of our own server.
  createHTML: (html) => html,
  createScriptURL: (address) => {
    if (address !== '/service-worker.js') throw new TypeError(address);
    return address;
  },
};

/** The one policy that the Content-Security-Policy allows; the rules themselves where browsers know no policies. */
export const trusted: Policy =
  (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('otonari', rules) ??
  rules;
