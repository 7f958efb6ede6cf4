using Conformance.Events;

namespace Conformance.Signatures.Rules;

/// <summary>The signature of a server that must sign an event is good.</summary>
internal static class SIG001
{
    private const string Id = nameof(SIG001);

    public static void Report(EventVisit visit, in SignerVerdict signer)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, signer.At, ("server", SignerText.Server(signer)), ("role", SignerText.Role(signer.Role)), ("key", signer.Key!.KeyId), ("source", SignerText.Source(signer.Key.Source)));
        }
    }
}
