using System.Text;
using Conformance.Documents;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Profiles.Mspf;

/// <summary>
/// Reports what a reader observed in a value that holds secrets. A damaged value may have been read with a piece of a secret
/// as a name or a word, so no text of it is printed but names that the definition has.
/// </summary>
internal static class SecretFaults
{
    private static readonly string[] DefinedNames =
        ["server_name", "signing_key", "password_hash", "created_at", "room_tags", "devices", "display_name", "hidden"];

    private static readonly FaultSet Damage = FaultSet.Of(
        FaultKind.UnexpectedEnd, FaultKind.Empty, FaultKind.TrailingBytes, FaultKind.TooDeep, FaultKind.InvalidUtf8, FaultKind.ItemTooLarge,
        FaultKind.TooManyNodes,
        FaultKind.JsonByteOrderMark, FaultKind.JsonUnexpectedByte, FaultKind.JsonExtraComma, FaultKind.JsonMissingComma,
        FaultKind.JsonMissingValue, FaultKind.JsonNameNotString, FaultKind.JsonUnknownLiteral, FaultKind.JsonBadNumber,
        FaultKind.JsonControlCharacter, FaultKind.JsonBadEscape, FaultKind.JsonLoneSurrogate, FaultKind.JsonComment,
        FaultKind.JsonSingleQuote, FaultKind.JsonNotUtf8, FaultKind.CborReservedInformation, FaultKind.CborIndefiniteNotAllowed,
        FaultKind.CborUnexpectedBreak, FaultKind.CborBadChunk, FaultKind.CborOddMap, FaultKind.CborBadSimple,
        FaultKind.CborCountBeyondInput, FaultKind.CborKeyNotText, FaultKind.CborUndefined, FaultKind.CborSimple);

    /// <summary>Whether a value's parts may be other than they were meant to be.</summary>
    public static bool IsDamaged(Document document) => document.FaultKinds.Overlaps(Damage);

    /// <summary>Reports a document's faults at the item's own place, with offsets.</summary>
    public static void Report(Document document, DocumentVisit visit, FaultSet except)
    {
        foreach (DocumentFault fault in document.Faults)
        {
            if (!except.Contains(fault.Kind))
            {
                string? text = fault.Text is null || Array.IndexOf(DefinedNames, fault.Text) >= 0
                    ? fault.Text
                    : Quoting.Secret(Encoding.UTF8.GetBytes(fault.Text));
                Location place = visit.ItemLocation with { Offset = fault.Offset };
                FaultReporter.Report(document.Encoding, fault with { Text = text, Node = -1 }, place, visit.MemberOrdinal, visit.Sink);
            }
        }
    }
}
