using Conformance.Events;

namespace Conformance.Signatures.Rules;

/// <summary>Every server that must sign an event has signed it.</summary>
internal static class SIG002
{
    private const string Id = nameof(SIG002);

    public static void Report(EventVisit visit, in SignerVerdict signer)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, signer.At, ("server", SignerText.Server(signer)), ("role", SignerText.Role(signer.Role)));
        }
    }
}
