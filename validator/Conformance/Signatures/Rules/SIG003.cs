using Conformance.Events;
using Conformance.Events.Versions;

namespace Conformance.Signatures.Rules;

/// <summary>A server signs with a key that it hasn't stopped using.</summary>
internal static class SIG003
{
    private const string Id = nameof(SIG003);

    public static void Report(EventVisit visit, in SignerVerdict signer)
    {
        if (visit.Wants(Id))
        {
            visit.Report(
                Id,
                signer.At,
                ("server", SignerText.Server(signer)),
                ("role", SignerText.Role(signer.Role)),
                ("key", signer.Key!.KeyId),
                ("expired", SignerText.Time(signer.Key.Expired!.Value)),
                ("sent", SignerText.Time(visit.Event[EventField.OriginServerTs].Int64Value)),
                ("source", SignerText.Source(signer.Key.Source)));
        }
    }
}
