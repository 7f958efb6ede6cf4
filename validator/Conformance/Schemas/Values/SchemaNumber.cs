using System.Buffers;
using Conformance.Documents;

namespace Conformance.Schemas.Values;

/// <summary>A number that a schema gives, ready to be compared with.</summary>
internal sealed class SchemaNumber
{
    private const int StackLimit = 256;

    private readonly byte[] _digits;
    private readonly bool _isNegative;
    private readonly long _exponent;
    private readonly long? _int64;
    private readonly double _double;

    public SchemaNumber(Node node)
    {
        byte[] buffer = new byte[DecimalNumber.MaxLength(node) + 24];
        DecimalNumber value = DecimalNumber.Of(node, buffer);
        _digits = value.Digits.ToArray();
        _isNegative = value.IsNegative;
        _exponent = value.Exponent;
        _double = node.DoubleValue;
        if (node.Kind == NodeKind.Integer)
        {
            _int64 = (node.Flags & NodeFlags.BigInteger) == 0 ? node.Int64Value : null;
        }
        else if (value.IsInteger && double.Abs(_double) < 1L << 53)
        {
            _int64 = (long)_double;
        }
    }

    public bool IsPositive => _digits.Length > 0 && !_isNegative;

    private DecimalNumber Value => new(_isNegative, _digits, _exponent);

    /// <summary>Compares a node's number with this one: below 0, 0, above 0.</summary>
    public int CompareFrom(Node node)
    {
        if (node.Kind == NodeKind.Integer && (node.Flags & NodeFlags.BigInteger) == 0 && _int64 is { } limit)
        {
            return node.Int64Value.CompareTo(limit);
        }

        double value = node.DoubleValue;
        if (value < _double)
        {
            return -1;
        }

        return value > _double ? 1 : CompareExactly(node);
    }

    /// <summary>Whether a node's number is a whole multiple of this one, which is above zero.</summary>
    public bool Divides(Node node)
    {
        if (node.Kind == NodeKind.Integer && (node.Flags & NodeFlags.BigInteger) == 0 && _int64 is { } divisor)
        {
            return node.Int64Value % divisor == 0;
        }

        int length = DecimalNumber.MaxLength(node) + 24;
        byte[]? rented = length > StackLimit ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        bool divides = DecimalNumber.Of(node, buffer).IsMultipleOf(Value);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return divides;
    }

    private int CompareExactly(Node node)
    {
        int length = DecimalNumber.MaxLength(node) + 24;
        byte[]? rented = length > StackLimit ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        int order = DecimalNumber.Compare(DecimalNumber.Of(node, buffer), Value);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return order;
    }
}
