using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A device signs its own keys.</summary>
internal sealed class FED055 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED055);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (DeviceKeys found in DeviceKeys.Of(visit))
        {
            byte[] id = System.Text.Encoding.UTF8.GetBytes("ed25519:" + found.Device);
            Node key = found.Keys.Get("keys"u8).Get(id);
            Node signature = found.Keys.Get("signatures"u8).Get(System.Text.Encoding.UTF8.GetBytes(found.User)).Get(id);
            if (found.Keys.Kind != NodeKind.Map || !key.Exists)
            {
                continue;
            }

            if (!signature.Exists || ObjectSignature.IsGood(found.Keys, key, signature, visit.Options.Ed25519) == false)
            {
                visit.Report(Id, visit.Answer, signature.Exists ? signature : found.Keys, ("user", found.User), ("device", found.Device), ("state", signature.Exists ? "is bad" : "is missing"));
            }
        }
    }
}
