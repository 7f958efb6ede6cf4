using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A key is claimed of the devices and the algorithm that were named.</summary>
internal sealed class FED063 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED063);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (ClaimedKey key in ClaimedKey.Of(visit))
        {
            // Of a user who wasn't asked for, FED056 speaks.
            Node devices = visit.Request is { IsReadable: true } request ? request.Map.Get("one_time_keys"u8).Get(System.Text.Encoding.UTF8.GetBytes(key.User)) : default;
            if (devices.Kind == NodeKind.Map && devices.Get(System.Text.Encoding.UTF8.GetBytes(key.Device)).AsString() != key.Algorithm)
            {
                visit.Report(Id, visit.Answer, key.Value, ("key", key.Name), ("user", key.User), ("device", key.Device));
            }
        }
    }
}
