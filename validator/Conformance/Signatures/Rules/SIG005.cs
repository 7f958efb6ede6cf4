using Conformance.Events;

namespace Conformance.Signatures.Rules;

/// <summary>A signature that no rule asks for is good, too.</summary>
internal static class SIG005
{
    private const string Id = nameof(SIG005);

    public static void Report(EventVisit visit, in SignerVerdict signer)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, signer.At, ("server", SignerText.Server(signer)), ("key", signer.Key!.KeyId), ("source", SignerText.Source(signer.Key.Source)));
        }
    }
}
