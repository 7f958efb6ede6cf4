namespace Conformance.Profiles.Federation;

/// <summary>A member of a body that holds PDUs.</summary>
/// <param name="Name">The member's name; empty when the body as a whole is a PDU.</param>
/// <param name="Role">What the PDUs are there for.</param>
/// <param name="IsList">Whether it is an array of them, and not one.</param>
internal sealed record PduSlot(string Name, PduRole Role, bool IsList);
