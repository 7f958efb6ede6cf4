using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Versions;

namespace Conformance.Signatures.Rules;

/// <summary>The rules on the signatures of one event. What could not be checked is no finding.</summary>
internal static class SignatureRules
{
    public static void Check(EventVisit visit, EventSignatureVerdict verdict, bool isOnItsWay)
    {
        foreach (ref readonly SignerVerdict signer in verdict.Signers)
        {
            switch (signer.Status)
            {
                case SignatureStatus.Invalid when !signer.Counts:
                    SIG005.Report(visit, signer);
                    break;
                case SignatureStatus.Malformed when signer.Counts && IsSignature(signer) && HasTime(visit):
                case SignatureStatus.Invalid:
                    SIG001.Report(visit, signer);
                    break;
                case SignatureStatus.Missing when isOnItsWay && signer.Role == SignerRole.AuthorisingUser:
                    break;
                case SignatureStatus.Missing when signer.Counts && visit.Event.KindOf(EventField.Signatures) == NodeKind.Map:
                    SIG002.Report(visit, signer);
                    break;
                case SignatureStatus.ExpiredKey when signer.Counts:
                    SIG003.Report(visit, signer);
                    break;
            }
        }
    }

    /// <summary>Whether it is the text of a signature that is malformed; anything else has rules of its own (EVT021, EVT040).</summary>
    private static bool IsSignature(in SignerVerdict signer) => signer.Key is not null && signer.At.Kind == NodeKind.Text;

    /// <summary>Whether the event has a time, without which no key of limited validity fits (EVT002, EVT003).</summary>
    private static bool HasTime(EventVisit visit) => visit.Event.KindOf(EventField.OriginServerTs) == NodeKind.Integer;
}
