using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Signatures between a user's devices and cross-signing keys are good.</summary>
internal sealed class FED060 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED060);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        List<DeviceKeys> devices = DeviceKeys.Of(visit);
        foreach (CrossSigningKey key in CrossSigningKey.Of(visit))
        {
            foreach (DeviceKeys device in devices.Where(device => device.User == key.User))
            {
                string own = "ed25519:" + device.Device;
                if (key.IsMaster)
                {
                    Check(visit, key.User, key.Key, own, device.Keys.Get("keys"u8).Get(System.Text.Encoding.UTF8.GetBytes(own)).AsString());
                }
                else if (key.Public is var (id, text))
                {
                    Check(visit, key.User, device.Keys, id, text);
                }
            }
        }
    }

    private void Check(FederationVisit visit, string user, Node signed, string keyId, string? key)
    {
        Node signature = CrossSigningKey.Signature(signed, user, keyId);
        if (signature.Exists && key is not null && ObjectSignature.IsGood(signed, key, signature, visit.Options.Ed25519) == false)
        {
            visit.Report(Id, visit.Answer, signature, ("user", user), ("key", keyId));
        }
    }
}
