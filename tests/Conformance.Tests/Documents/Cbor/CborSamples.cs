using System.Buffers.Binary;
using System.Text;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>Random well-formed CBOR of every form that RFC 8949 has, and random damage to it. Same seed, same bytes.</summary>
internal sealed class CborSamples(int seed)
{
    private static readonly string[] Names = ["type", "room_id", "content", "ключ", "a", "", "m.relates_to", "événement", "🦊", "origin_server_ts"];

    private readonly Random _random = new(seed);
    private readonly List<byte> _bytes = [];

    /// <summary>Only text keys, so that maps can be cut by name.</summary>
    public bool TextKeysOnly { get; init; }

    public byte[] Next(int depth = 5)
    {
        _bytes.Clear();
        Item(depth);
        return [.. _bytes];
    }

    /// <summary>Changes, drops, adds or cuts off a few bytes.</summary>
    public byte[] Damage(byte[] bytes)
    {
        var damaged = new List<byte>(bytes);
        for (int i = _random.Next(1, 4); i > 0 && damaged.Count > 0; i--)
        {
            int at = _random.Next(damaged.Count);
            switch (_random.Next(6))
            {
                case 0:
                    damaged[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    damaged[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    damaged.RemoveAt(at);
                    break;
                case 3:
                    damaged.Insert(at, (byte)_random.Next(256));
                    break;
                case 4:
                    damaged[at] = 0xff;
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }

        return [.. damaged];
    }

    public byte[] Noise(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    public void Item(int depth)
    {
        switch (_random.Next(depth > 0 ? 14 : 9))
        {
            case 0:
            case 1:
                Head(_random.Next(2), RandomArgument());
                break;
            case 2:
                Text();
                break;
            case 3:
                ByteString();
                break;
            case 4:
                _bytes.Add((byte)(0xf4 + _random.Next(4)));
                break;
            case 5:
                Float();
                break;
            case 6:
                SimpleValue();
                break;
            case 7:
                Head(6, _random.Next(4) == 0 ? (ulong)_random.Next(2, 4) : RandomArgument());
                Item(depth - 1);
                break;
            case 8:
                Head(6, (ulong)_random.Next(2, 4));
                ByteString();
                break;
            case 9:
            case 10:
                Array(depth);
                break;
            default:
                Map(depth);
                break;
        }
    }

    public void Array(int depth)
    {
        int count = _random.Next(6);
        Container(4, count, () => Item(depth - 1));
    }

    public void Map(int depth)
    {
        int count = _random.Next(20) == 0 ? _random.Next(30, 60) : _random.Next(6);
        Container(5, count, () =>
        {
            if (TextKeysOnly || _random.Next(5) != 0)
            {
                Text();
            }
            else
            {
                Item(depth - 1);
            }

            Item(depth - 1);
        });
    }

    private void Container(int major, int count, Action child)
    {
        bool indefinite = _random.Next(4) == 0;
        if (indefinite)
        {
            _bytes.Add((byte)(major << 5 | 31));
        }
        else
        {
            Head(major, (ulong)count);
        }

        for (int i = 0; i < count; i++)
        {
            child();
        }

        if (indefinite)
        {
            _bytes.Add(0xff);
        }
    }

    public void Text() => String(3, () => Encoding.UTF8.GetBytes(_random.Next(3) == 0 ? RandomText() : Names[_random.Next(Names.Length)]));

    private void ByteString() => String(2, () => Noise(_random.Next(3) == 0 ? _random.Next(40) : _random.Next(4)));

    private void String(int major, Func<byte[]> content)
    {
        if (_random.Next(6) != 0)
        {
            byte[] bytes = content();
            Head(major, (ulong)bytes.Length);
            _bytes.AddRange(bytes);
            return;
        }

        _bytes.Add((byte)(major << 5 | 31));
        for (int i = _random.Next(4); i > 0; i--)
        {
            byte[] bytes = content();
            Head(major, (ulong)bytes.Length);
            _bytes.AddRange(bytes);
        }

        _bytes.Add(0xff);
    }

    private string RandomText()
    {
        var text = new StringBuilder();
        for (int i = _random.Next(_random.Next(8) == 0 ? 300 : 40); i > 0; i--)
        {
            text.Append(_random.Next(10) == 0 ? Names[_random.Next(Names.Length)] : (char)_random.Next(32, 127));
        }

        return text.ToString();
    }

    private void SimpleValue()
    {
        int value = _random.Next(256);
        if (value is >= 20 and < 32)
        {
            value = 40;
        }

        if (value >= 24)
        {
            _bytes.Add(0xf8);
            _bytes.Add((byte)value);
        }
        else
        {
            _bytes.Add((byte)(0xe0 | value));
        }
    }

    private void Float()
    {
        Span<byte> bytes = stackalloc byte[8];
        double value = _random.Next(5) switch
        {
            0 => _random.Next(-1000, 1000),
            1 => _random.NextDouble() * 1e6,
            2 => -0.0,
            3 => double.PositiveInfinity,
            _ => BitConverter.Int64BitsToDouble(_random.NextInt64()),
        };
        switch (_random.Next(3))
        {
            case 0:
                _bytes.Add(0xf9);
                BinaryPrimitives.WriteHalfBigEndian(bytes, (Half)value);
                _bytes.AddRange(bytes[..2]);
                break;
            case 1:
                _bytes.Add(0xfa);
                BinaryPrimitives.WriteSingleBigEndian(bytes, (float)value);
                _bytes.AddRange(bytes[..4]);
                break;
            default:
                _bytes.Add(0xfb);
                BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
                _bytes.AddRange(bytes);
                break;
        }
    }

    private ulong RandomArgument() => (ulong)_random.NextInt64() << 1 >> _random.Next(64);

    private void Head(int major, ulong argument)
    {
        int size = argument < 24 ? 0 : argument <= byte.MaxValue ? 1 : argument <= ushort.MaxValue ? 2 : argument <= uint.MaxValue ? 3 : 4;
        if (_random.Next(8) == 0)
        {
            size = _random.Next(size, 5);
        }

        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, argument);
        _bytes.Add((byte)(major << 5 | (size == 0 ? (int)argument : 23 + size)));
        _bytes.AddRange(size == 0 ? [] : bytes[^(1 << (size - 1))..]);
    }
}
